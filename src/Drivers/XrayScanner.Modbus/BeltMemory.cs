using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>What is known again after a restart: how far the parcels of each unit are told, and which dangers.</summary>
internal sealed class BeltMemory(IDeviceMemory? memory)
{
    private const string Parcels = "parcels";
    private const string Standing = "dangers";

    public ParcelMarks Marks { get; } = new(memory?.Recall(Parcels));

    public StandingDangers Dangers { get; } = new(memory?.Recall(Standing));

    /// <summary>A reading behind which the mark of a unit is remembered.</summary>
    public BeltItem Mark(string unit, ParcelMark mark, Reading? reading)
    {
        Marks.Set(unit, mark);
        return new BeltItem(reading, Parcels, Marks.Write());
    }

    /// <summary>A reading behind which the dangers are remembered.</summary>
    public BeltItem WithDangers(Reading reading) => new(reading, Standing, Dangers.Write());
}
