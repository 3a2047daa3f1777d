//! Readers of office files: packages of XML that Word, Excel, PowerPoint and OpenDocument write.

pub mod docx;
pub mod package;
pub mod properties;
pub mod xml;
