using EdgeGateway.Sim.Ports;
using EdgeGateway.Sim.Radio;

namespace EdgeGateway.Sim.Twins.PdtRadio.Hytera;

/// <summary>Puts a mobile together: its data port, and the radios that it hears.</summary>
public static class HyteraRadioTwin
{
    public static RadioTwin Of(RadioPlan plan, IBytePort port)
    {
        var luck = new RadioLuck(plan.Seed, plan.Device);
        return new RadioTwin(plan, luck, [new RadioDoor(new HrnpLink(port, plan, luck), null, null)]);
    }
}
