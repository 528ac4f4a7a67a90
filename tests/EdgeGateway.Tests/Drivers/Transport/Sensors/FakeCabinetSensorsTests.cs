using EdgeGateway.Drivers.Transport.Sensors;

namespace EdgeGateway.Tests.Drivers.Transport.Sensors;

/// <summary>The fake keeps the contract too, or drivers would be tested against something else.</summary>
public sealed class FakeCabinetSensorsTests : CabinetSensorsContract
{
    private readonly FakeCabinetSensors _fake = new();

    protected override ICabinetSensors Create()
    {
        BringChipBack();
        _fake.Values[new SensorAddress("lm75", "fan1", SensorKind.Fan)] = new SensorReading(1450);
        _fake.Powers["AC"] = new SupplyReading { Type = "Mains", Online = true };
        _fake.Powers["BAT0"] = new SupplyReading { Type = "Battery", Status = "Charging", ChargePercent = 97 };
        Open(false);
        return _fake;
    }

    protected override void Open(bool open) => _fake.Levels["/contacts/door"] = new ContactReading(open);

    protected override void TakeChipAway() => _fake.Values.TryRemove(Inside, out _);

    protected override void BringChipBack() => _fake.Values[Inside] = new SensorReading(31.5, null, 80);
}
