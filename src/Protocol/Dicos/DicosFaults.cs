namespace EdgeGateway.Protocol.Dicos;

/// <summary>Why a file cannot be read as DICOS.</summary>
public static class DicosFaults
{
    /// <summary>It begins like no DICOM file, with or without a preamble.</summary>
    public const string NotDicom = "not-dicom";

    /// <summary>It ends inside an element, or before it can be told how it begins: half written, or cut.</summary>
    public const string Truncated = "dicos-truncated";

    /// <summary>Longer than <see cref="DicosLimits.FileBytes"/>.</summary>
    public const string TooLarge = "dicos-too-large";

    /// <summary>More than <see cref="DicosLimits.Elements"/> elements and items.</summary>
    public const string TooMany = "dicos-too-many-elements";

    /// <summary>Sequences deeper than <see cref="DicosLimits.Depth"/>.</summary>
    public const string TooDeep = "dicos-too-deep";

    /// <summary>A tag that has no business where it stands; zeros at the end of a file that was set out and not filled are such.</summary>
    public const string Tag = "dicos-tag";

    /// <summary>No value representation where one is due.</summary>
    public const string Vr = "dicos-vr";

    /// <summary>A length that goes beyond what it stands in, or an undefined one where it must be known.</summary>
    public const string Length = "dicos-length";

    /// <summary>Something other than an item in a sequence, or a delimiter outside of one.</summary>
    public const string Item = "dicos-item";

    /// <summary>The same tag twice in one data set: which of the two holds is not for the reader to choose.</summary>
    public const string Twice = "dicos-element-twice";

    /// <summary>Big endian, which is refused.</summary>
    public const string BigEndian = "dicos-big-endian";

    /// <summary>A transfer syntax that is not on the list of xray.md section 1.2, or none.</summary>
    public const string Syntax = "dicos-transfer-syntax";

    /// <summary>An object that is no threat report, CT or DX, or a medical one where none is accepted.</summary>
    public const string Class = "dicos-class";

    /// <summary>No SOP instance UID, so that a repeat could not be told.</summary>
    public const string NoInstance = "dicos-no-instance";
}
