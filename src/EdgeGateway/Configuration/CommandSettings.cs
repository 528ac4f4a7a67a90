namespace EdgeGateway.Configuration;

/// <summary>Section <c>commands</c>: who may order what. Without it every command is refused.</summary>
public sealed record CommandSettings
{
    /// <summary>Ids differ; without a key nothing is ever accepted.</summary>
    public IReadOnlyList<CommandKeySettings> Keys { get; init; } = [];

    /// <summary>How far an issuer's clock may be ahead of ours, 0 to 10 min, default 30 s.</summary>
    public TimeSpan ClockAllowance { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest from issue to start, whatever the command itself says, 1 s to 24 h, default 1 h.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Longest execution, 1 s to 1 h, default 60 s; after it the outcome is unknown.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Commands a second over all issuers, 1 to 1,000, default 20.</summary>
    public int PerSecond { get; init; } = 20;

    /// <summary>Commands that may come at once, 1 to 10,000, default 100.</summary>
    public int Burst { get; init; } = 100;
}

/// <summary>One entry of <c>commands.keys</c>.</summary>
/// <param name="Id">What an envelope calls <c>keyId</c>; fits <c>NameRule</c>.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo in DER, on P-256.</param>
/// <param name="May">Names of commands: whole, <c>uplink.*</c>, or <c>*</c>; at least one.</param>
/// <param name="Devices">Ids of devices, <c>gateway</c>, or <c>*</c> for all of them; at least one.</param>
public sealed record CommandKeySettings(string Id, ReadOnlyMemory<byte> PublicKey, IReadOnlyList<string> May, IReadOnlyList<string> Devices);
