using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Devices;

/// <summary>Gives each device its own memory. This room does not know the store; who puts the rooms together joins them.</summary>
public interface IDeviceMemories
{
    IDeviceMemory Of(string device);
}
