namespace EdgeGateway.Protocol.HotList;

/// <summary>Why an entry, or a whole list, was refused: short fixed words, the same in answers, readings and result files.</summary>
public static class HotListFaults
{
    public const string Garbled = "garbled";
    public const string NoId = "no-id";
    public const string NoPlate = "no-plate";
    public const string BadPlate = "bad-plate";
    public const string MaskTooWide = "mask-too-wide";
    public const string NoCategory = "no-category";
    public const string NoReason = "no-reason";
    public const string NoAuthority = "no-authority";
    public const string NoEnd = "no-end";
    public const string EndsBeforeItBegins = "ends-before-it-begins";
    public const string Over = "over";
    public const string TooLong = "too-long";
    public const string BadColour = "bad-colour";
    public const string BadClass = "bad-class";

    /// <summary>More entries than this gateway was configured to hold.</summary>
    public const string Full = "full";

    /// <summary>More different shapes of masks than are looked for.</summary>
    public const string TooManyMasks = "too-many-masks";

    /// <summary>More lists than this gateway keeps apart.</summary>
    public const string TooManyLists = "too-many-lists";

    /// <summary>What was signed is not what is there.</summary>
    public const string Digest = "digest";
}
