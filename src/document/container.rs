//! Files that are no text: how their bytes become readable text, the blocks of it, and landmarks by which people find them.

use std::io::{Read, Seek};

use super::readable::Readable;

/// A kind of file that is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// A document of Word.
    Docx,
    /// A text in OpenDocument.
    Odt,
    /// Slides in OpenDocument.
    Odp,
    /// A spreadsheet in OpenDocument.
    Ods,
    /// Slides of PowerPoint.
    Pptx,
    /// A workbook of Excel.
    Xlsx,
    /// PDF.
    Pdf,
}

/// Where the bytes of a container come from.
pub trait Input: Read + Seek {}

impl<T: Read + Seek> Input for T {}

impl Container {
    /// Reads a file.
    ///
    /// # Errors
    /// Why it cannot be read, as a report words it.
    #[cfg_attr(not(any(feature = "office", feature = "pdf")), expect(unused_variables, reason = "no reader takes it"))]
    pub fn read(self, input: &mut dyn Input) -> Result<Readable, String> {
        match self {
            #[cfg(feature = "office")]
            Self::Docx => super::office::docx::read(input),
            #[cfg(feature = "office")]
            Self::Odt => super::office::odf::read(input, super::office::odf::Purpose::Text),
            #[cfg(feature = "office")]
            Self::Odp => super::office::odf::read(input, super::office::odf::Purpose::Slides),
            #[cfg(feature = "office")]
            Self::Ods => super::office::odf::read(input, super::office::odf::Purpose::Sheets),
            #[cfg(feature = "office")]
            Self::Pptx => super::office::pptx::read(input),
            #[cfg(feature = "office")]
            Self::Xlsx => super::office::xlsx::read(input),
            #[cfg(not(feature = "office"))]
            Self::Docx | Self::Odt | Self::Odp | Self::Ods | Self::Pptx | Self::Xlsx => Err(without("office")),
            #[cfg(feature = "pdf")]
            Self::Pdf => super::pdf::read(input),
            #[cfg(not(feature = "pdf"))]
            Self::Pdf => Err(without("pdf")),
        }
    }
}

/// What is said if the program has no reader for a file.
#[cfg(not(all(feature = "office", feature = "pdf")))]
fn without(feature: &str) -> String {
    format!("this program was built without a reader for it; build it with the feature {feature}")
}
