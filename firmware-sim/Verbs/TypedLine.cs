using System.Net;
using System.Text.Json;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.BarcodeReader.Line;
using EdgeGateway.Sim.Twins.XrayScanner.Modbus;

namespace EdgeGateway.Sim.Verbs;

/// <summary>What a person typed of a belt controller or a bar code reader.</summary>
internal sealed record TypedLine(string Driver, string Id, string? Listen, string? Port, long Count)
{
    public static bool Is(string driver) => driver is DeviceReader.XrayModbus or DeviceReader.BarcodeReader;

    /// <param name="file">Profile file; null for the defaults.</param>
    /// <param name="mistakes">Everything that is wrong.</param>
    public LineDevice Device(string? file, List<Mistake> mistakes)
    {
        IPEndPoint? end = IPEndPoint.TryParse(Listen ?? "", out IPEndPoint? parsed) ? parsed : null;
        if (Port is null && end is null)
        {
            mistakes.Add(new Mistake("--listen", "give --listen address:port, or --port to make a serial line"));
        }

        return Driver == DeviceReader.XrayModbus
            ? new BeltDevice { Id = Id, Driver = Driver, Profile = Profile(file, BeltProfileReader.Read, mistakes), Listen = end, Port = Port, Count = Count }
            : new BarcodeDevice { Id = Id, Driver = Driver, Profile = Profile(file, BarcodeProfileReader.Read, mistakes), Listen = end, Port = Port, Count = Count };
    }

    private static T Profile<T>(string? file, Func<JsonSection, T> read, List<Mistake> mistakes)
        where T : new()
    {
        JsonElement? root = file is null ? null : JsonFile.Read(file, "--profile", mistakes);
        return root is { } json ? read(new JsonSection(json, "", mistakes)) : new T();
    }
}
