using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>
/// Finds profiles: written in place, named in <c>profiles</c> of the scenario, or in a file beside it. What a profile may
/// say depends on the driver of the device that names it.
/// </summary>
public sealed class ProfileLibrary
{
    private readonly Dictionary<string, JsonSection> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, Type Kind), object> _read = [];
    private readonly string _folder;
    private readonly List<Mistake> _mistakes;

    public ProfileLibrary(JsonSection profiles, string folder, List<Mistake> mistakes)
    {
        _folder = folder;
        _mistakes = mistakes;
        foreach (string name in profiles.Names())
        {
            _named[name] = profiles.Section(name);
        }
    }

    /// <param name="device">The device whose <c>profile</c> is wanted; without one it gets the defaults.</param>
    /// <param name="read">Reads a profile of its driver.</param>
    public T For<T>(JsonSection device, Func<JsonSection, T> read)
        where T : class, new()
    {
        if (!device.Has("profile"))
        {
            return new T();
        }

        if (device.IsObject("profile"))
        {
            return read(device.Section("profile"));
        }

        string name = device.Text("profile", "");
        if (_named.TryGetValue(name, out JsonSection? known))
        {
            return Once(name, known, read);
        }

        if (name.EndsWith(".json", StringComparison.Ordinal))
        {
            return FromFile(name, device.Path + ".profile", read);
        }

        device.Report("profile", $"names neither a file (*.json) nor one of profiles: {string.Join(", ", _named.Keys)}");
        return new T();
    }

    /// <summary>Call last: profiles that no device has named are held against this reader, so that their slips are found too.</summary>
    public void CheckUnused<T>(Func<JsonSection, T> read)
        where T : class
    {
        foreach ((string name, JsonSection section) in _named.Where(pair => _read.Keys.All(read => read.Name != pair.Key)))
        {
            Once(name, section, read);
        }
    }

    /// <summary>Its mistakes are named once, however many devices share it.</summary>
    private T Once<T>(string name, JsonSection section, Func<JsonSection, T> read)
        where T : class
    {
        if (!_read.TryGetValue((name, typeof(T)), out object? profile))
        {
            _read[(name, typeof(T))] = profile = read(section);
        }

        return (T)profile;
    }

    private T FromFile<T>(string name, string path, Func<JsonSection, T> read)
        where T : class, new() =>
        JsonFile.Read(Path.Combine(_folder, name), path, _mistakes) is { } root
            ? read(new JsonSection(root, $"{path}({name})", _mistakes))
            : new T();
}
