using System.CommandLine;
using System.Net;
using EdgeGateway.Sim.Radio;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Verbs;

/// <summary>What a person typed of a radio.</summary>
internal sealed record TypedRadio(string Driver, string Id, string? Listen, string Wire, string? Port, long Count)
{
    public bool IsRadio => Driver is DeviceReader.HyteraRadio or DeviceReader.HyteraRepeater;

    public static (Option<string> Wire, Option<string?> Port) Options()
    {
        var wire = new Option<string>("--wire") { DefaultValueFactory = _ => "tcp", Description = "hytera-radio with --listen: tcp (a serial server) or udp." };
        wire.AcceptOnlyFromAmong("tcp", "udp");
        return (wire, new Option<string?>("--port") { Description = "hytera-radio, xray-modbus, barcode-reader, drone-mavlink: make a serial line under this name, such as /tmp/radio." });
    }

    public RadioDevice Device(RadioProfile profile, List<Mistake> mistakes)
    {
        IPEndPoint? end = IPEndPoint.TryParse(Listen ?? "", out IPEndPoint? parsed) ? parsed : null;
        RadioWire wire = Driver == DeviceReader.HyteraRepeater ? RadioWire.Repeater : Port is not null ? RadioWire.Serial : Wire == "udp" ? RadioWire.Udp : RadioWire.Tcp;
        if (wire != RadioWire.Serial && end is null)
        {
            mistakes.Add(new Mistake("--listen", "give --listen address:port, or of hytera-radio --port to make a serial line"));
        }

        return new RadioDevice { Id = Id, Driver = Driver, Profile = profile, Wire = wire, Listen = end, Port = Port, Count = Count };
    }
}
