using System.Collections.Concurrent;

namespace EdgeGateway.Sim.Radio;

/// <summary>Where the links of one run hear each other's radios (pdt-radio.md section 15, Q3).</summary>
public sealed class RadioAir
{
    private readonly ConcurrentDictionary<string, Action<RadioStatement>> _links = new(StringComparer.Ordinal);

    public void Join(string device, Action<RadioStatement> hear) => _links[device] = hear;

    /// <summary>That device hears it too; nobody does when there is no such device.</summary>
    public void Reach(string device, RadioStatement statement)
    {
        if (_links.TryGetValue(device, out Action<RadioStatement>? hear))
        {
            hear(statement);
        }
    }
}
