using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Hytera;

namespace EdgeGateway.Drivers.PdtRadio.Hytera;

/// <summary>Settings of one mobile or fixed-station radio.</summary>
public sealed record HyteraRadioOptions
{
    /// <summary>Default serial.</summary>
    public HyteraRadioMode Mode { get; init; } = HyteraRadioMode.Serial;

    /// <summary>Serial: the line.</summary>
    public SerialSettings Line { get; init; } = new(string.Empty);

    /// <summary>UDP: name or address of the radio.</summary>
    public string Host { get; init; } = string.Empty;

    /// <summary>UDP: HRNP port of the radio, in mode udp that of radio control; default 3005.</summary>
    public int HrnpPort { get; init; } = 3005;

    /// <summary>UDP: the gateway's own HRNP port, 0 to let the system choose; default 3005.</summary>
    public int LocalHrnpPort { get; init; } = 3005;

    /// <summary>Mode udp: the ports of the other services.</summary>
    public IReadOnlyList<BarePort> Ports { get; init; } = BarePort.Default;

    /// <summary>Mode udp: first byte of the addresses of groups; default 225.</summary>
    public byte GroupSubnet { get; init; } = 225;

    /// <summary>200 ms to 10 s; default 1 s.</summary>
    public TimeSpan AckTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After so long without a word the radio is asked for its id, 5 s to 10 min; default 30 s.</summary>
    public TimeSpan ProbeAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What all radio links have.</summary>
    public RadioLinkOptions Common { get; init; } = new();
}

/// <summary>One service on a UDP port of its own.</summary>
/// <param name="Service">RRS, LP or TMP.</param>
/// <param name="Remote">Port of the radios.</param>
/// <param name="Local">Port of the gateway; 0 lets the system choose.</param>
public sealed record BarePort(HdapService Service, int Remote, int Local)
{
    /// <summary>As programmed at the works (pdt-radio.md section 1.1).</summary>
    public static readonly IReadOnlyList<BarePort> Default =
    [
        new(HdapService.Rrs, 3002, 3002),
        new(HdapService.Lp, 3003, 3003),
        new(HdapService.Tmp, 3004, 3004),
    ];
}
