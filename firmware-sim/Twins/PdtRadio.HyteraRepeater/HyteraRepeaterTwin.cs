using System.Net;
using EdgeGateway.Sim.Radio;

namespace EdgeGateway.Sim.Twins.PdtRadio.HyteraRepeater;

/// <summary>Puts a repeater with two slots together: one port for each service of each slot.</summary>
public static class HyteraRepeaterTwin
{
    /// <summary>Ports of slot 1, counted from the first one; slot 2 is one further (pdt-radio.md section 1.1).</summary>
    private static readonly (RadioService Service, int Offset)[] s_ports = [(RadioService.Rrs, 0), (RadioService.Lp, 2), (RadioService.Tmp, 6), (RadioService.Rcp, 8)];

    /// <param name="plan">What it does.</param>
    /// <param name="listen">Address, and the port of RRS on slot 1, 30001 from the works; the others follow as there; 0 lets the system choose each.</param>
    public static RadioTwin Of(RadioPlan plan, IPEndPoint listen)
    {
        plan = plan with { Slots = true };
        var luck = new RadioLuck(plan.Seed, plan.Device);
        var doors =
            from port in s_ports
            from slot in new[] { 1, 2 }
            let link = new HstrpLink(new IPEndPoint(listen.Address, listen.Port == 0 ? 0 : listen.Port + port.Offset + slot - 1), slot, plan, luck)
            select new RadioDoor(link, port.Service, slot);
        return new RadioTwin(plan, luck, [.. doors]);
    }
}
