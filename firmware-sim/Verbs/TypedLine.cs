using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.BarcodeReader.Line;
using EdgeGateway.Sim.Twins.XrayScanner.Modbus;

namespace EdgeGateway.Sim.Verbs;

/// <summary>A belt controller or a bar code reader by hand.</summary>
internal static class TypedLine
{
    public static BeltDevice Belt(TypedTwin typed, List<Mistake> mistakes)
    {
        CheckPlace(typed, mistakes);
        return new BeltDevice { Id = typed.Id, Driver = typed.Driver, Profile = typed.Profile(BeltProfileReader.Read, mistakes), Listen = typed.End, Port = typed.Port, Count = typed.Count };
    }

    public static BarcodeDevice Barcodes(TypedTwin typed, List<Mistake> mistakes)
    {
        CheckPlace(typed, mistakes);
        return new BarcodeDevice { Id = typed.Id, Driver = typed.Driver, Profile = typed.Profile(BarcodeProfileReader.Read, mistakes), Listen = typed.End, Port = typed.Port, Count = typed.Count };
    }

    private static void CheckPlace(TypedTwin typed, List<Mistake> mistakes)
    {
        if (typed.Port is null && typed.End is null)
        {
            mistakes.Add(new Mistake("--listen", "give --listen address:port, or --port to make a serial line"));
        }
    }
}
