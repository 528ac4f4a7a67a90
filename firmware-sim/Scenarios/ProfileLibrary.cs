using System.Text.Json;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.PlateCamera.Hikvision;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Finds profiles: written in place, named in <c>profiles</c> of the scenario, or in a file beside it.</summary>
public sealed class ProfileLibrary
{
    private readonly Dictionary<string, CameraProfile> _named = new(StringComparer.Ordinal);
    private readonly string _folder;
    private readonly List<Mistake> _mistakes;

    public ProfileLibrary(JsonSection profiles, string folder, List<Mistake> mistakes)
    {
        _folder = folder;
        _mistakes = mistakes;
        foreach (string name in profiles.Names())
        {
            _named[name] = CameraProfileReader.Read(profiles.Section(name));
        }
    }

    /// <param name="device">The device whose <c>profile</c> is wanted; without one it gets the defaults.</param>
    public CameraProfile For(JsonSection device)
    {
        if (!device.Has("profile"))
        {
            return new CameraProfile();
        }

        if (device.IsObject("profile"))
        {
            return CameraProfileReader.Read(device.Section("profile"));
        }

        string name = device.Text("profile", "");
        if (_named.TryGetValue(name, out CameraProfile? known))
        {
            return known;
        }

        if (name.EndsWith(".json", StringComparison.Ordinal))
        {
            return FromFile(name, device.Path + ".profile");
        }

        device.Report("profile", $"names neither a file (*.json) nor one of profiles: {string.Join(", ", _named.Keys)}");
        return new CameraProfile();
    }

    private CameraProfile FromFile(string name, string path) =>
        JsonFile.Read(Path.Combine(_folder, name), path, _mistakes) is { } root
            ? CameraProfileReader.Read(new JsonSection(root, $"{path}({name})", _mistakes))
            : new CameraProfile();
}
