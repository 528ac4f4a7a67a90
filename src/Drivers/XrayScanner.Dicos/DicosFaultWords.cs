using EdgeGateway.Protocol.Dicos;

namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary>A sentence for each fixed word.</summary>
internal static class DicosFaultWords
{
    public static string Explain(string fault) => fault switch
    {
        DicosFaults.NotDicom => "The file begins like no DICOM file, with or without a preamble.",
        DicosFaults.Truncated => "The file ends inside an element: it is cut, or not written to its end yet.",
        DicosFaults.TooLarge => "The file is larger than 512 MiB.",
        DicosFaults.TooMany => "The file has more than 100,000 elements, items and fragments.",
        DicosFaults.TooDeep => "Sequences stand in sequences more than 32 deep.",
        DicosFaults.Tag => "A tag stands where it has no business, as in a file whose end is filled with zeros.",
        DicosFaults.Vr => "An element names no value representation.",
        DicosFaults.Length => "A length goes beyond what it stands in, or is not told where it must be.",
        DicosFaults.Item => "Something other than an item stands in a sequence, or a delimiter outside of one.",
        DicosFaults.Twice => "The same tag stands twice in one data set, so that nobody can tell which one holds.",
        DicosFaults.BigEndian => "The file is big endian, which is not read.",
        DicosFaults.Syntax => "The file names no transfer syntax that is read.",
        DicosFaults.Class => "The object is no threat report, DX or CT of DICOS; medical classes are read with the option medical=true.",
        DicosFaults.NoInstance => "The object has no SOP instance UID, so that a repeat of it could not be told.",
        _ => "The file could not be read.",
    };
}
