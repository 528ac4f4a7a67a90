using EdgeGateway.Protocol.Hytera;

namespace EdgeGateway.Drivers.PdtRadio.HyteraRepeater;

/// <summary>Settings of one repeater or fixed station.</summary>
public sealed record HyteraRepeaterOptions
{
    /// <summary>Name or address of the repeater.</summary>
    public string Host { get; init; } = string.Empty;

    /// <summary>Device id that the repeater puts into its frames; null takes the first one heard from its address.</summary>
    public uint? DeviceId { get; init; }

    /// <summary>Our own 24-bit address, the sender of our texts; default 1.</summary>
    public int GatewayId { get; init; } = 1;

    /// <summary>Which services of which slots, each with its port.</summary>
    public IReadOnlyList<HstrpPlace> Places { get; init; } = HyteraRepeaterPorts.All(local: null);

    /// <summary>200 ms to 10 s; default 1 s.</summary>
    public TimeSpan AckTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>1 s to 25 s; default 5 s. Ten of them without a word and the link is lost.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What all radio links have.</summary>
    public RadioLinkOptions Common { get; init; } = new();
}

/// <summary>The ports as they are programmed at the works (pdt-radio.md section 1.1).</summary>
internal static class HyteraRepeaterPorts
{
    public static readonly IReadOnlyList<(HdapService Service, string Name, int First)> Services =
    [
        (HdapService.Rrs, "rrs", 30_001),
        (HdapService.Lp, "lp", 30_003),
        (HdapService.Tmp, "tmp", 30_007),
        (HdapService.Rcp, "rcp", 30_009),
    ];

    /// <param name="local">The gateway's ports; null: the same numbers.</param>
    public static IReadOnlyList<HstrpPlace> All(int? local) =>
        [.. from service in Services from slot in new[] { 1, 2 } let port = service.First + slot - 1 select new HstrpPlace(service.Service, slot, port, local ?? port)];
}
