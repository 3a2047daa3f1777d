//! Readers of office files: packages of XML that Word, Excel, PowerPoint and OpenDocument write.

pub mod docx;
pub mod background;
mod drawing;
mod flow;
pub mod odf;
pub mod package;
mod part;
pub mod pptx;
pub mod properties;
pub mod relation;
pub mod sheet;
pub mod style;
pub mod xlsx;
pub mod xml;
