namespace EdgeGateway.Drivers.Abstractions.Settings;

/// <summary>A password or token. Printing it shows nothing.</summary>
public sealed class Secret(string value)
{
    /// <summary>The secret itself; never to a log, a message or a file.</summary>
    public string Reveal() => value;

    public override string ToString() => "(secret)";
}
