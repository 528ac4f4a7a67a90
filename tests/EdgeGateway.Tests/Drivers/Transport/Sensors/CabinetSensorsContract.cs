using EdgeGateway.Drivers.Transport.Sensors;

namespace EdgeGateway.Tests.Drivers.Transport.Sensors;

/// <summary>
/// What drivers rely on, whoever reads the sensors. The cabinet of the test has the chip <c>lm75</c> with a temperature of
/// 31.5 degrees labelled <c>inside</c> (critical at 80) and a fan at 1,450 turns, the supplies <c>AC</c> (online) and
/// <c>BAT0</c> (97 %, charging), and the contact file <c>/contacts/door</c>, closed.
/// </summary>
public abstract class CabinetSensorsContract : IDisposable
{
    protected static readonly SensorAddress Inside = new("lm75", "inside", SensorKind.Temperature);
    protected static readonly ContactLine Door = new() { File = "/contacts/door" };

    private ICabinetSensors? _sensors;

    protected ICabinetSensors Sensors => _sensors ??= Create();

    protected abstract ICabinetSensors Create();

    protected abstract void Open(bool open);

    protected abstract void TakeChipAway();

    protected abstract void BringChipBack();

    public virtual void Dispose()
    {
        _sensors?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Read_Sensor_GivesItsValueAndLimit()
    {
        Assert.Equal(new SensorReading(31.5, null, 80), await Sensors.ReadAsync(Inside, default));
        Assert.Equal(1450, (await Sensors.ReadAsync(new SensorAddress("lm75", "fan1", SensorKind.Fan), default)).Value);
    }

    [Theory]
    [InlineData("lm75", "outside", SensorKind.Temperature)]
    [InlineData("lm76", "inside", SensorKind.Temperature)]
    [InlineData("lm75", "inside", SensorKind.Fan)]
    public async Task Read_SensorThatIsNotThere_SaysSo(string chip, string sensor, SensorKind kind) =>
        Assert.Equal(new SensorReading(null, SensorTrouble.Missing), await Sensors.ReadAsync(new SensorAddress(chip, sensor, kind), default));

    [Fact]
    public async Task Read_ChipGoesAndComesBack_IsFoundAgain()
    {
        Assert.NotNull((await Sensors.ReadAsync(Inside, default)).Value);

        TakeChipAway();
        Assert.Equal(SensorTrouble.Missing, (await Sensors.ReadAsync(Inside, default)).Why);

        BringChipBack();
        Assert.Equal(31.5, (await Sensors.ReadAsync(Inside, default)).Value);
    }

    [Fact]
    public async Task ReadSupply_MainsAndBattery_AreTold()
    {
        var (mains, battery) = (await Sensors.ReadSupplyAsync("AC", default), await Sensors.ReadSupplyAsync("BAT0", default));

        Assert.Equal(("Mains", true, null), (mains.Type, mains.Online, mains.Why));
        Assert.Equal(("Battery", "Charging", 97.0), (battery.Type, battery.Status, battery.ChargePercent));
        Assert.Equal(SensorTrouble.Missing, (await Sensors.ReadSupplyAsync("BAT7", default)).Why);
    }

    [Fact]
    public async Task ReadContact_Changes_AreSeen()
    {
        Assert.Equal(new ContactReading(false), await Sensors.ReadContactAsync(Door, default));

        Open(true);
        Assert.Equal(new ContactReading(true), await Sensors.ReadContactAsync(Door, default));
        Assert.Equal(new ContactReading(false), await Sensors.ReadContactAsync(Door with { ActiveLow = true }, default));
        Assert.Equal(new ContactReading(null, SensorTrouble.Missing), await Sensors.ReadContactAsync(Door with { File = "/contacts/window" }, default));
    }

    [Fact]
    public void Names_OfWhatIsThere_AreListed()
    {
        Assert.Contains("lm75", Sensors.Chips());
        Assert.Equal(["AC", "BAT0"], Sensors.Supplies());
    }

    [Fact]
    public void Dispose_Twice_IsSafe()
    {
        Sensors.Dispose();
        Sensors.Dispose();
    }
}
