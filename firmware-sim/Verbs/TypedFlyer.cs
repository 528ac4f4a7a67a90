using System.Net;
using System.Text.Json;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.Drone.Mavlink;

namespace EdgeGateway.Sim.Verbs;

/// <summary>What a person typed of vehicles on a MAVLink link.</summary>
internal sealed record TypedFlyer(string Driver, string Id, string? Target, string? Listen, string? Port, long Count)
{
    public bool IsFlyer => Driver == FlyerReader.DroneMavlink;

    /// <param name="file">Profile file; null for the defaults.</param>
    /// <param name="mistakes">Everything that is wrong.</param>
    public FlyerDevice Device(string? file, List<Mistake> mistakes)
    {
        IPEndPoint? target = IPEndPoint.TryParse(Target ?? "", out IPEndPoint? called) ? called : null;
        IPEndPoint? listen = IPEndPoint.TryParse(Listen ?? "", out IPEndPoint? parsed) ? parsed : null;
        if (target is null && listen is null && Port is null)
        {
            mistakes.Add(new Mistake("--target", "give --target address:port of the gateway's UDP port, --listen address:port for TCP, or --port to make a serial line"));
        }

        JsonElement? root = file is null ? null : JsonFile.Read(file, "--profile", mistakes);
        FlyerProfile profile = root is { } json ? FlyerProfileReader.Read(new JsonSection(json, "", mistakes)) : new FlyerProfile();
        return new FlyerDevice { Id = Id, Driver = Driver, Profile = profile, Target = target, Listen = listen, Port = Port, Count = Count };
    }
}
