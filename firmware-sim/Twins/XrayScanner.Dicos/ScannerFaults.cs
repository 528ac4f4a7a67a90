namespace EdgeGateway.Sim.Twins.XrayScanner.Dicos;

/// <summary>What goes wrong with files: one in so many of them; 0 is never.</summary>
public sealed record ScannerFaults
{
    /// <summary>The same file is written twice, under two names.</summary>
    public int Twice { get; init; }

    /// <summary>A second file under the same UID has other content.</summary>
    public int SameUid { get; init; }

    /// <summary>The file is cut in the middle and stays so.</summary>
    public int Unreadable { get; init; }

    /// <summary>It is written slowly, with pauses, under its own name.</summary>
    public int Slow { get; init; }

    /// <summary>Texts are in another charset than the file names.</summary>
    public int WrongCharset { get; init; }

    /// <summary>The file is big endian.</summary>
    public int BigEndian { get; init; }
}
