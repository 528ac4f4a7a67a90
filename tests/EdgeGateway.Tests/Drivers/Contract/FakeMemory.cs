using System.Collections.Concurrent;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Tests.Drivers.Contract;

/// <summary>Remembers as long as the test holds it, which is what a restart of the gateway looks like to a driver.</summary>
public sealed class FakeMemory : IDeviceMemory
{
    private readonly ConcurrentDictionary<string, string> _values = new(StringComparer.Ordinal);

    public bool Refuses { get; set; }

    /// <summary>How often the disk was asked.</summary>
    public int Commits { get; private set; }

    /// <summary>Everything that is remembered.</summary>
    public IReadOnlyCollection<string> Values => [.. _values.Values];

    public string? Recall(string name) => _values.GetValueOrDefault(name);

    public Task RememberAsync(string name, string value, CancellationToken ct)
    {
        if (Refuses)
        {
            throw new StoreRefusedException("the disk is full");
        }

        Assert.InRange(name.Length, 1, 32);
        Assert.InRange(value.Length, 0, IDeviceMemory.LongestValue);
        _values[name] = value;
        Commits++;
        return Task.CompletedTask;
    }
}
