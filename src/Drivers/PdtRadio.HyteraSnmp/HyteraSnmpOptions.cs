using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Snmp;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.PdtRadio.HyteraSnmp;

/// <summary>Settings of one repeater that is asked over SNMP.</summary>
public sealed record HyteraSnmpOptions
{
    public const int SnmpPort = SnmpTarget.UsualPort;

    /// <summary>What the maker ships for reading.</summary>
    public const string VendorCommunity = SnmpTarget.UsualCommunity;

    /// <summary>Name or address of the repeater.</summary>
    public required string Host { get; init; }

    /// <summary>1 to 65,535; default 161.</summary>
    public int Port { get; init; } = SnmpPort;

    /// <summary>Read community, printable ASCII, 1 to 64 characters; null: <see cref="VendorCommunity"/>.</summary>
    public Secret? Community { get; init; }

    /// <summary>From the begin of one round to that of the next, 1 s to 1 h; default 60 s.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest wait for one answer, 200 ms to 10 s; default 2 s. A question is asked three times.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);

    internal SnmpTarget Target => new(Host, Port, Community?.Reveal() ?? VendorCommunity, Timeout);

    /// <summary>Metrics that are not asked, by their names in <see cref="RepeaterMib"/>; default none.</summary>
    public IReadOnlyList<string> LeaveOut { get; init; } = [];
}
