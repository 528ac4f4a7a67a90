namespace EdgeGateway.Protocol.Dicos;

/// <summary>How much a file may ask for.</summary>
public sealed record DicosLimits
{
    public static readonly DicosLimits Default = new();

    /// <summary>The whole file in bytes; default 512 MiB.</summary>
    public long FileBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>One value that is kept; what is longer is passed over, and only its place and length are known. Default 64 KiB.</summary>
    public int ValueBytes { get; init; } = 64 * 1024;

    /// <summary>All values that are kept of one file; default 8 MiB.</summary>
    public int KeptBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Elements, items and fragments of one file; default 100,000.</summary>
    public int Elements { get; init; } = 100_000;

    /// <summary>Sequences in sequences; default 32.</summary>
    public int Depth { get; init; } = 32;
}
