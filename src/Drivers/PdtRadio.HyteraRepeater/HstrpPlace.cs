using EdgeGateway.Protocol.Hytera;

namespace EdgeGateway.Drivers.PdtRadio.HyteraRepeater;

/// <summary>One service of one slot; each has a port of its own (pdt-radio.md section 1.1).</summary>
/// <param name="Service">RRS, LP, TMP or RCP.</param>
/// <param name="Slot">1 or 2.</param>
/// <param name="Port">Of the repeater.</param>
/// <param name="LocalPort">Of the gateway; 0 lets the system choose.</param>
public sealed record HstrpPlace(HdapService Service, int Slot, int Port, int LocalPort)
{
    /// <summary>For messages.</summary>
    public override string ToString() => FormattableString.Invariant($"{Service.ToString().ToUpperInvariant()} of slot {Slot}, UDP {Port}");
}
