namespace EdgeGateway.Protocol.Barcodes;

/// <summary>What a bar code reader wraps around a code, as it was set up.</summary>
public sealed record CodeFormat
{
    /// <summary>Most characters of a code that any reader of labels reads.</summary>
    public const int MostOfACode = 256;

    /// <summary>Most characters of <see cref="Prefix"/>, of <see cref="Suffix"/>, and of a word for an unread label.</summary>
    public const int MostOfAWord = 16;

    public CodeTerminator Terminator { get; init; } = CodeTerminator.Line;

    /// <summary>Stands in front of every code, in front of the AIM identifier too; a line without it is spoilt. Empty: none.</summary>
    public string Prefix { get; init; } = string.Empty;

    /// <summary>Stands behind every code; a line without it is spoilt. Empty: none.</summary>
    public string Suffix { get; init; } = string.Empty;

    /// <summary>Whether codes come with an AIM symbology identifier, <c>]</c> with a letter and a modifier; a line without it is spoilt.</summary>
    public bool Aim { get; init; }

    /// <summary>What the reader says, with or without prefix and suffix, when it saw a label or a parcel and read nothing; any case.</summary>
    public IReadOnlyList<string> NoRead { get; init; } = ["NR", "NoRead", "ERROR"];

    /// <summary>What it says to show that it lives; null when it does not.</summary>
    public string? Heartbeat { get; init; }

    public CodeCharset Charset { get; init; } = CodeCharset.Alphanumeric;

    /// <summary>Fewest characters of a code, 1 or more: what is shorter is the rest of something.</summary>
    public int Shortest { get; init; } = 4;

    /// <summary>Most characters of a code, at most <see cref="MostOfACode"/>.</summary>
    public int Longest { get; init; } = 64;
}
