namespace EdgeGateway.Protocol.Barcodes;

/// <summary>Why nothing of a line is used.</summary>
public static class CodeFaults
{
    /// <summary>It ended, or another began, before its end was marked.</summary>
    public const string CutOff = "cut-off";

    /// <summary>Bytes stood where STX was due.</summary>
    public const string Noise = "noise";

    public const string TooLong = "too-long";

    public const string TooShort = "too-short";

    /// <summary>A byte that cannot be part of such a code.</summary>
    public const string Charset = "not-in-charset";

    public const string NoPrefix = "no-prefix";

    public const string NoSuffix = "no-suffix";

    public const string NoAim = "no-aim";
}
