namespace EdgeGateway.Protocol.Barcodes;

/// <summary>What one line of a bar code reader says: exactly one of a code, a sign of life, a label that was not read, and a fault.</summary>
public readonly record struct CodeLine
{
    /// <summary>The code without everything around it.</summary>
    public string? Code { get; private init; }

    /// <summary>AIM identifier without <c>]</c>, such as <c>C1</c>; null when none came.</summary>
    public string? Symbology { get; private init; }

    /// <summary>There was a label or a parcel, and nothing was read.</summary>
    public bool IsNoRead { get; private init; }

    public bool IsHeartbeat { get; private init; }

    /// <summary>One of <see cref="CodeFaults"/>.</summary>
    public string? Fault { get; private init; }

    public static CodeLine Of(string code, string? symbology) => new() { Code = code, Symbology = symbology };

    public static CodeLine Spoilt(string fault) => new() { Fault = fault };

    public static CodeLine NoRead { get; } = new() { IsNoRead = true };

    public static CodeLine Heartbeat { get; } = new() { IsHeartbeat = true };
}
