using EdgeGateway.Devices;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Store;

namespace EdgeGateway.Composition;

/// <summary>The drivers' paper is the store's memory, a drawer for each device.</summary>
internal sealed class DeviceMemories(IGatewayMemory memory) : IDeviceMemories
{
    private const int LongestName = 32;

    public IDeviceMemory Of(string device) => new Drawer(memory, device);

    private sealed class Drawer(IGatewayMemory memory, string device) : IDeviceMemory
    {
        public string? Recall(string name) => memory.Recall(NameOf(name));

        public Task RememberAsync(string name, string value, CancellationToken ct)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, IDeviceMemory.LongestValue);
            return memory.RememberAsync(NameOf(name), value, ct);
        }

        private string NameOf(string name)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, LongestName);
            return $"device.{device}/{name}";
        }
    }
}
