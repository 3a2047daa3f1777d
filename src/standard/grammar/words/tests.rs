//! Tests that every word of every list is found.

use super::*;

#[test]
fn no_name_of_a_body_ends_with_two_small_letters() {
    let ends = |name: &&str| name.as_bytes().iter().rev().take(2).all(u8::is_ascii_lowercase);
    let names = lexicon::BODIES.iter().chain(lexicon::BODY_LETTERS).chain(["TS", "prEN", "FprEN"]);
    assert_eq!(names.filter(ends).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn every_word_of_a_list_is_found_in_any_case() {
    let lists = [
        &GUIDES, &PARTS, &EDITIONS, &OF_EDITION, &SMALL, &OFS, &YEARS, &ORIGINS, &WITH_EDITIONS, &SINGULAR_VERBS,
        &CONNECTORS, &CONJUNCTIONS, &BESIDE, &BESIDE_WEAK, &PARTS_PLURAL, &OWN_NOUNS, &COUNTED,
    ];
    for list in lists {
        for word in list.known {
            assert!(list.has(word) && list.has(&word.to_uppercase()), "{word}");
            assert!(!list.has(&format!("{word}q")) && !list.has(&format!("q{word}")), "{word}");
        }
        assert!(!list.has(""));
    }
    for (word, what) in MIDDLES.known {
        assert_eq!((middle(word), middle(&word.to_lowercase())), (Some(*what), Some(*what)));
    }
    for (word, names) in PUBLISHERS.known {
        // The small letter of the Turkish one is two characters.
        let small = if word.starts_with('İ') { (*word).to_owned() } else { word.to_lowercase() };
        assert_eq!((publisher(word), publisher(&small)), (Some(*names), Some(*names)));
    }
    assert!(middle("").is_none() && middle("XTR").is_none() && publisher("IS").is_none());
}
