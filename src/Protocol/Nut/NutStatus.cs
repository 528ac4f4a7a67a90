namespace EdgeGateway.Protocol.Nut;

/// <summary>What <c>ups.status</c> says: words with blanks between them, of which these decide; any other stays as it is.</summary>
/// <param name="Text">As the server wrote it.</param>
public sealed record NutStatus(string Text)
{
    private readonly string[] _words = Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary><c>OB</c>: true; <c>OL</c>, <c>BYPASS</c>: false; null when it says neither, as while a driver starts (<c>WAIT</c>) or with <c>OFF</c>.</summary>
    public bool? OnBattery => Has("OB") ? true : Has("OL") || Has("BYPASS") ? false : null;

    /// <summary><c>LB</c>; null when the supply is not known either.</summary>
    public bool? LowBattery => Has("LB") ? true : OnBattery is null ? null : false;

    /// <summary><c>RB</c>; null as <see cref="LowBattery"/>.</summary>
    public bool? ReplaceBattery => Has("RB") ? true : OnBattery is null ? null : false;

    public bool Has(string word) => Array.IndexOf(_words, word) >= 0;
}
