using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>How the kiosk as a whole was last told; also how it is remembered.</summary>
internal sealed record KeptKiosk(string Health, string Link, string? Mode, string? Vendor, int Modules, IReadOnlyList<string> Troubled)
{
    public IReadOnlyList<string> ChangesTo(KeptKiosk now)
    {
        (bool IsChange, string Name)[] all =
        [
            (Health != now.Health, "health"), (Link != now.Link, "link"), (Mode != now.Mode, "mode"), (Vendor != now.Vendor, "vendor"),
            (Modules != now.Modules, "modules"), (!(Troubled ?? []).SequenceEqual(now.Troubled), "troubled"),
        ];
        return [.. all.Where(one => one.IsChange).Select(one => one.Name)];
    }

    public KioskStateBody Body(IReadOnlyList<string>? changed) => new()
    {
        Health = Health,
        Link = Link,
        Mode = Mode,
        Vendor = Vendor,
        Modules = Modules,
        Troubled = Troubled.Count > 0 ? Troubled : null,
        Changed = changed is { Count: > 0 } ? changed : null,
    };
}
