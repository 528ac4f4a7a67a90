namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>How a port was told to be.</summary>
/// <param name="IsUp">Or down.</param>
/// <param name="Since">In milliseconds since 1970, while it is not certain that it was told: then it is told again, as the same; else null.</param>
internal readonly record struct PortTold(bool IsUp, long? Since)
{
    /// <summary>Of the event, the same however often it is told.</summary>
    public string RepeatKey(string port) => FormattableString.Invariant($"port/{port}/{(IsUp ? "up" : "down")}/{Since}");
}
