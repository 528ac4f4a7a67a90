using System.Net;
using System.Text.Json;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Verbs;

/// <summary>What a person typed of one device.</summary>
internal sealed record TypedTwin
{
    public required string Driver { get; init; }

    public required string Id { get; init; }

    public string? Listen { get; init; }

    public string? Target { get; init; }

    public string? Folder { get; init; }

    public string Wire { get; init; } = "tcp";

    /// <summary>Name of the serial line that is made.</summary>
    public string? Port { get; init; }

    /// <summary>A second.</summary>
    public double Rate { get; init; }

    public long Count { get; init; }

    public string? User { get; init; }

    public string Password { get; init; } = "";

    /// <summary>Profile file; null for the defaults.</summary>
    public string? File { get; init; }

    /// <summary>Where it listens; null when nothing was typed, or no address and port.</summary>
    public IPEndPoint? End => IPEndPoint.TryParse(Listen ?? "", out IPEndPoint? end) ? end : null;

    /// <summary>What the profile file says; the defaults when there is none.</summary>
    public T Profile<T>(Func<JsonSection, T> read, List<Mistake> mistakes)
        where T : new() =>
        Root(mistakes) is { } json ? read(new JsonSection(json, "", mistakes)) : new T();

    /// <summary>The profile file as it is; empty when there is none.</summary>
    public JsonSection Section(List<Mistake> mistakes) => new(Root(mistakes) ?? default, "", mistakes);

    private JsonElement? Root(List<Mistake> mistakes) => File is null ? null : JsonFile.Read(File, "--profile", mistakes);
}
