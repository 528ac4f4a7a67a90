using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Tests.Drivers.Contract;

/// <summary>
/// A scripted device for <see cref="DriverContract"/>: a hand-written socket on the device's side of one driver. It speaks
/// the wire itself and uses nothing of the product's codec.
/// </summary>
public interface IDriverRig : IAsyncDisposable
{
    /// <summary>Whether the device opens the connection; then there is nobody to be missing or to reject us.</summary>
    bool DeviceConnects { get; }

    /// <summary>A driver with right settings for this device.</summary>
    IDeviceDriver CreateDriver(FakeHost host);

    /// <summary>A driver that looks for the device where nobody is.</summary>
    IDeviceDriver CreateDriverToNobody(FakeHost host);

    /// <summary>A driver with a wrong password or token.</summary>
    IDeviceDriver CreateDriverWithWrongCredentials(FakeHost host);

    /// <summary>A driver to a device that takes the connection and says nothing.</summary>
    IDeviceDriver CreateDriverToMute(FakeHost host);

    /// <summary>Sends one event that makes one reading.</summary>
    /// <param name="plate">Its plate, seven characters.</param>
    Task SendReadingAsync(string plate);

    /// <summary>The same, byte by byte.</summary>
    Task SendReadingSlowlyAsync(string plate);

    /// <summary>Sends bytes that mean nothing in the device's language.</summary>
    Task SendGarbageAsync();

    /// <summary>Cuts the link without a word.</summary>
    Task DropAsync();

    /// <summary>Events that the device was told are safe; for a device that is never told, events that left its memory.</summary>
    int Acknowledged { get; }

    /// <summary>Whether the device is told at all.</summary>
    bool HasAcknowledgement { get; }
}
