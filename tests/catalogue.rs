//! Tests that the data of the catalogue holds together, and that it says what is known of ISO/IEC 20000 and its kin.

use jiff::civil::{Date, date};
use sms_lint::standard::catalogue::{adoptions, by_id, edition, family, parts, standard, standards};
use sms_lint::standard::model::Series;
use sms_lint::standard::{Standard, status};

const TODAY: Date = date(2026, 11, 22);

/// True if the catalogue has a standard, an edition or an amendment of exactly this name.
fn exists(designation: &str) -> bool {
    standards().iter().any(|standard| {
        let mut editions = standard.editions.iter();
        standard.id == designation
            || editions.any(|edition| {
                edition.designation == designation
                    || edition.supplements.iter().any(|one| one.designation == designation)
            })
    })
}

fn part(number: u32, part: &str) -> &'static Standard {
    standard(Series::International, number, part).unwrap_or_else(|| panic!("{number}-{part} is not in the catalogue"))
}

/// Numbers of the parts of ISO/IEC 20000 for which something holds.
fn parts_of_20000(holds: impl Fn(&Standard) -> bool) -> Vec<u32> {
    let all = parts(Series::International, 20000).iter().filter(|one| holds(one));
    let mut numbers: Vec<u32> = all.map(|one| one.part.parse().expect("parts of ISO/IEC 20000 are numbers")).collect();
    numbers.sort_unstable();
    numbers
}

#[test]
fn what_is_pointed_to_exists() {
    let mut missing = Vec::new();
    for standard in standards() {
        let see = standard.see.iter().map(|one| one.standard);
        let instead = standard.never_published.iter().flat_map(|one| one.instead.iter().copied());
        missing.extend(see.chain(instead).filter(|one| !exists(one)).map(|one| format!("{}: {one}", standard.id)));
        let other = standard.mistaken_for.filter(|id| !standards().iter().any(|one| one.id == *id));
        missing.extend(other.map(|one| format!("{}: {one}", standard.id)));
    }
    assert!(missing.is_empty(), "named but not in the catalogue:\n{}", missing.join("\n"));
}

/// True if a title or a type says that a document holds requirements, false if it says that it holds none.
fn told(title: &str, designation: &str) -> Option<bool> {
    let title = title.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| title.contains(word));
    if says(&["requirements", "specification"]) {
        Some(true)
    } else if designation.contains(" TR ")
        || says(&["guidance", "guidelines", "guide ", "guide for", "code of practice", "vocabulary", "terminology"])
    {
        Some(false)
    } else {
        None
    }
}

/// Known for what they hold although the title of the newest edition does not say it.
const UNTITLED: [(&str, bool); 2] = [("ISO/IEC 27002", false), ("ISO/IEC 42001", true)];

#[test]
fn requirements_are_where_titles_and_types_say() {
    let mut failures = Vec::new();
    for standard in standards() {
        for edition in standard.editions {
            let title = edition.title.unwrap_or(standard.title);
            let known = UNTITLED.iter().find(|(id, _)| *id == standard.id).map(|(_, holds)| *holds);
            let told = known.or_else(|| told(title, edition.designation));
            // What a standard is called now says what it is, even if an older edition does not tell.
            let is_own =
                edition.requirements == told || (told.is_none() && edition.requirements == standard.requirements);
            if !is_own {
                failures.push(format!("{} ({title}): {:?}, told {told:?}", edition.designation, edition.requirements));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn guidance_points_to_requirements() {
    for standard in standards() {
        let holds = |id: &&str| by_id(id).is_some_and(|one| one.requirements == Some(true));
        assert!(standard.requirements_in.iter().all(holds), "{}: {:?}", standard.id, standard.requirements_in);
        assert!(standard.requirements != Some(true) || standard.requirements_in.is_empty(), "{}", standard.id);
    }
}

#[test]
fn years_ascend_and_stand_in_the_designations() {
    for standard in standards() {
        assert!(standard.editions.is_sorted_by(|a, b| a.year < b.year), "{}", standard.id);
        assert_eq!(standard.never_published.is_some(), standard.editions.is_empty(), "{}", standard.id);
        for edition in standard.editions {
            let ending = format!(":{}", edition.year);
            assert!(edition.designation.ends_with(&ending), "{} is of {}", edition.designation, edition.year);
            for one in edition.supplements {
                let start = format!("{}/{}", edition.designation, one.label);
                assert_eq!(one.designation, start, "a supplement is named after its edition");
            }
        }
    }
}

#[test]
fn dates_follow_one_another() {
    for edition in standards().iter().flat_map(|standard| standard.editions) {
        let published = edition.published.latest;
        assert!(edition.withdrawn_on.is_none_or(|day| day >= published), "{}", edition.designation);
        assert!(edition.withdrawn_on.is_none() || edition.withdrawn, "{}", edition.designation);
        assert!(edition.supplements.iter().all(|one| one.published.latest >= published), "{}", edition.designation);
        assert!(published <= TODAY, "{} is of the future", edition.designation);
    }
}

#[test]
fn adoptions_adopt_what_exists_and_are_followed_by_adoptions() {
    for adoption in adoptions() {
        let name = adoption.designation;
        assert!(exists(edition(adoption.edition).designation), "{name}");
        let next = adoption.superseded_by.map(|next| (next, adoptions().iter().find(|one| one.designation == next)));
        if let Some((next, found)) = next {
            let found =
                found.unwrap_or_else(|| panic!("{name} is superseded by {next}, which is not in the catalogue"));
            assert!(found.year >= adoption.year, "{next} is older than {name}");
            assert_ne!(next, name);
        }
        assert!(adoption.includes.iter().all(|one| exists(one)), "{name} includes {:?}", adoption.includes);
        // Canada writes years in two digits.
        let years =
            [format!(":{}", adoption.year), format!("-{}", adoption.year), format!(":{:02}", adoption.year % 100)];
        assert!(name.contains(adoption.number) && years.iter().any(|year| name.contains(year)), "{name}");
        assert!(name.starts_with(adoption.prefix.split(' ').next().unwrap_or_default()), "{name}");
    }
    for (at, adoption) in adoptions().iter().enumerate() {
        let twice = adoptions()[..at].iter().any(|one| one.designation == adoption.designation);
        assert!(!twice, "{} is there twice", adoption.designation);
    }
}

#[test]
fn families_are_the_three_that_need_knowledge() {
    let known = |series, number| family(series, number).map(|one| (one.id, one.main_part, one.all_parts_known));
    assert_eq!(known(Series::International, 20000), Some(("ISO/IEC 20000", "1", false)));
    assert_eq!(known(Series::British, 15000), Some(("BS 15000", "", true)));
    assert_eq!(known(Series::International, 13335), Some(("ISO/IEC 13335", "", true)));
    let mut numbers: Vec<(Series, u32)> = standards().iter().map(|one| (one.series, one.number)).collect();
    numbers.dedup();
    let families: Vec<_> = numbers.into_iter().filter(|(series, number)| family(*series, *number).is_some()).collect();
    assert_eq!(families.len(), 3, "{families:?}");
}

#[test]
fn parts_of_20000_stand_as_the_record_says() {
    assert_eq!(parts_of_20000(|_| true), (1..=17).collect::<Vec<u32>>());
    assert_eq!(parts_of_20000(|one| one.never_published.is_some()), [8, 13]);
    let in_force = parts_of_20000(|one| one.editions.iter().any(|edition| status::in_force(edition, TODAY)));
    assert_eq!(in_force, [1, 2, 3, 5, 6, 10, 11, 14, 15, 16, 17]);
    let gone = |one: &Standard| one.never_published.is_none() && !in_force.contains(&one.part.parse().unwrap_or(0));
    assert_eq!(parts_of_20000(gone), [4, 7, 9, 12]);
}

#[test]
fn kin_of_20000_stand_as_the_record_says() {
    let states = |number| -> Vec<(&str, bool)> {
        let editions = part(number, "").editions.iter();
        editions.map(|one| (one.designation, status::in_force(one, TODAY))).collect()
    };
    assert!(part(33704, "").never_published.is_some());
    let security = states(27001);
    assert!(security.contains(&("ISO/IEC 27001:2013", false)) && security.contains(&("ISO/IEC 27001:2022", true)));
    let both = states(27013);
    assert!(both.contains(&("ISO/IEC 27013:2015", false)) && both.contains(&("ISO/IEC 27013:2021", true)));
    for (number, amendment) in [(27001, "Amd 1:2024"), (27013, "Amd 1:2024")] {
        let current = status::current(part(number, ""), TODAY).expect("it has just been seen to be in force");
        assert!(current.supplements.iter().any(|one| one.label == amendment), "{}", current.designation);
    }
}
