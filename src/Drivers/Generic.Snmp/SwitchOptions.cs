namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>Settings of the ports of a switch.</summary>
public sealed record SwitchOptions
{
    /// <summary>Ports that are watched, by ifName, ifAlias or ifIndex; none: all Ethernet ports, at most 128.</summary>
    public IReadOnlyList<string> Ports { get; init; } = [];

    /// <summary>Ports whose going down is an alarm, named in the same way; they are watched in any case.</summary>
    public IReadOnlyList<string> Important { get; init; } = [];

    /// <summary>How often rates are told, 1 s to 1 h; default 5 min. Between, they are measured with every round.</summary>
    public TimeSpan Report { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Ups and downs of one port that are told within an hour, 1 to 1,000; default 12.</summary>
    public int MostAnHour { get; init; } = 12;
}
