using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>Makes of every event what it is: a reading, something to be told about once, or nothing.</summary>
/// <param name="map">What the site knows.</param>
/// <param name="place">What the configuration and the driver know.</param>
/// <param name="unmapped">What has been told already.</param>
/// <param name="watch">Told of what nobody can read.</param>
public sealed class InspectionEvents(InspectionMap map, InspectionPlace place, UnmappedEvents unmapped, IDeviceWatch watch)
{
    private readonly InspectionReadings _readings = new(map, place);

    /// <returns>Null when there is nothing to tell.</returns>
    public Reading? Read(InspectionEvent @event, DateTimeOffset received)
    {
        if (map.Find(@event.Type) is { } fields)
        {
            return Mapped(_readings.Read(@event, fields, received));
        }

        if (map.Ignores(@event.Type))
        {
            return null;
        }

        watch.Fault(FaultKind.Unsupported, "event-not-mapped");
        return unmapped.Tell(@event, place, received);
    }

    /// <summary>What the readings go through on their way to the disk.</summary>
    public IReadingSink Before(IReadingSink sink) => new UnmappedSink(sink, unmapped);

    private Reading Mapped(Reading reading)
    {
        if (((ParcelInspectionBody)reading.Body).Flags?.Contains("MAP_FINDS_NOTHING") == true)
        {
            watch.Fault(FaultKind.Garbled, "map-finds-nothing");
        }

        return reading;
    }
}
