using EdgeGateway.Sim.Radio;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Verbs;

/// <summary>A radio or a repeater by hand.</summary>
internal static class TypedRadio
{
    public static RadioDevice Device(TypedTwin typed, List<Mistake> mistakes)
    {
        RadioWire wire = typed.Driver == DeviceReader.HyteraRepeater ? RadioWire.Repeater
            : typed.Port is not null ? RadioWire.Serial
            : typed.Wire == "udp" ? RadioWire.Udp
            : RadioWire.Tcp;
        if (wire != RadioWire.Serial && typed.End is null)
        {
            mistakes.Add(new Mistake("--listen", "give --listen address:port, or of hytera-radio --port to make a serial line"));
        }

        RadioProfile profile = typed.Profile(RadioProfileReader.Read, mistakes);
        return new RadioDevice { Id = typed.Id, Driver = typed.Driver, Profile = profile, Wire = wire, Listen = typed.End, Port = typed.Port, Count = typed.Count };
    }
}
