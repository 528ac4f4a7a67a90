using System.Net;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.Generic.Snmp;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Reads what a scenario says of a printer or a switch, <c>listen</c> and its profile, and builds its twin.</summary>
public static class SnmpReader
{
    public const string GenericSnmp = "generic-snmp";

    public static SnmpDevice Read(JsonSection json, ProfileLibrary profiles)
    {
        string listen = json.Required("listen");
        IPEndPoint? end = null;
        if (listen.Length > 0 && !IPEndPoint.TryParse(listen, out end))
        {
            json.Report("listen", "must be address:port, such as 127.0.0.1:10161");
        }

        return new SnmpDevice { Id = "", Driver = GenericSnmp, Profile = profiles.For(json, SnmpTwinProfileReader.Read), Listen = end };
    }

    public static TroubledTwin Twin(SnmpDevice device, RunFrame run)
    {
        var trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, run.Start);
        if (!device.Profile.IsSwitch)
        {
            run.Seeds.Note([SimPrinter.Operator, SimPrinter.Phone, SimPrinter.Resident]);
        }

        return new(new SnmpTwin(device.Id, device.Listen!, device.Profile, trouble, run.End, run.Ledger, run.Time, device.Count), trouble);
    }
}
