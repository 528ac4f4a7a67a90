using EdgeGateway.Drivers.Transport.Sensors;
using EdgeGateway.Sim.Twins.Cabinet.Linux;

namespace EdgeGateway.Tests.Drivers.Transport.Sensors;

public sealed class LinuxCabinetSensorsTests : CabinetSensorsContract
{
    private readonly string _root = Directory.CreateTempSubdirectory("cabinet-").FullName;
    private readonly CabinetTree _tree;

    public LinuxCabinetSensorsTests() => _tree = new CabinetTree(_root);

    protected override ICabinetSensors Create() => new LinuxCabinetSensors(_root);

    protected override void Open(bool open) => _tree.Contact("door", open);

    protected override void TakeChipAway() => _tree.PullOut();

    protected override void BringChipBack() => _tree.PlugIn();

    public override void Dispose()
    {
        base.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task Read_ChipThatTookTheNumberOfAnother_IsNotMistakenForIt()
    {
        await Sensors.ReadAsync(Inside, default);
        _tree.PullOut();
        Put("sys/class/hwmon/hwmon3/name", "nct6775");
        Put("sys/class/hwmon/hwmon3/temp1_input", "99000");
        Put("sys/class/hwmon/hwmon3/temp1_label", "inside");

        Assert.Equal(SensorTrouble.Missing, (await Sensors.ReadAsync(Inside, default)).Why);
    }

    [Fact]
    public async Task Read_TwoChipsOfOneName_AreToldApartByTheirDevice()
    {
        foreach (string number in new[] { "6", "7" })
        {
            Put($"sys/class/hwmon/hwmon{number}/name", "tmp102");
            Put($"sys/class/hwmon/hwmon{number}/temp1_input", number + "000");
            File.CreateSymbolicLink(Path.Combine(_root, $"sys/class/hwmon/hwmon{number}/device"), $"../../../0-004{number}");
        }

        Assert.Equal(SensorTrouble.Ambiguous, (await Sensors.ReadAsync(new SensorAddress("tmp102", "temp1", SensorKind.Temperature), default)).Why);
        Assert.Equal(7, (await Sensors.ReadAsync(new SensorAddress("tmp102@0-0047", "temp1", SensorKind.Temperature), default)).Value);
        Assert.Equal(SensorTrouble.Missing, (await Sensors.ReadAsync(new SensorAddress("tmp102@0-0048", "temp1", SensorKind.Temperature), default)).Why);
    }

    [Theory]
    [InlineData("garbage", SensorTrouble.NotANumber)]
    [InlineData("", SensorTrouble.NotANumber)]
    [InlineData("31500.5", SensorTrouble.NotANumber)]
    [InlineData("99999999999999999999", SensorTrouble.NotANumber)]
    public async Task Read_NoNumber_IsNamed(string text, string why)
    {
        Put("sys/class/hwmon/hwmon3/temp1_input", text);

        Assert.Equal(why, (await Sensors.ReadAsync(Inside, default)).Why);
    }

    [Fact]
    public async Task Read_FileWithoutEnd_IsNoNumber()
    {
        Put("sys/class/hwmon/hwmon3/temp1_input", new string('1', 100_000));

        Assert.Equal(SensorTrouble.NotANumber, (await Sensors.ReadAsync(Inside, default)).Why);
    }

    [Fact]
    public async Task Read_SensorThatSaysItIsFaulty_IsBroken()
    {
        Put("sys/class/hwmon/hwmon3/temp1_fault", "1");
        Assert.Equal(SensorTrouble.Broken, (await Sensors.ReadAsync(Inside, default)).Why);

        Put("sys/class/hwmon/hwmon3/temp1_fault", "0");
        Assert.Equal(31.5, (await Sensors.ReadAsync(Inside, default)).Value);
    }

    [Fact]
    public async Task Read_VoltageAndNegativeTemperature_AreScaled()
    {
        Put("sys/class/hwmon/hwmon3/in0_input", "12034");
        Put("sys/class/hwmon/hwmon3/temp1_input", "-5500");

        Assert.Equal(12.034, (await Sensors.ReadAsync(new SensorAddress("lm75", "in0", SensorKind.Voltage), default)).Value);
        Assert.Equal(-5.5, (await Sensors.ReadAsync(Inside, default)).Value);
    }

    [Fact]
    public async Task ReadSupply_Everything_IsScaled()
    {
        Put("sys/class/power_supply/BAT0/temp", "253");

        var battery = await Sensors.ReadSupplyAsync("BAT0", default);

        Assert.Equal((12.97, 5820.0, 25.3, "Good"), (battery.VoltageV, battery.TimeToEmptyS, battery.TemperatureC, battery.Health));
    }

    [Fact]
    public async Task ReadContact_FileWithoutALevel_IsNamed()
    {
        Put("contacts/door", "open");

        Assert.Equal(SensorTrouble.NotANumber, (await Sensors.ReadContactAsync(Door, default)).Why);
    }

    [Fact]
    public async Task ReadContact_GpioChipThatIsNotThereOrNoChip_SaysSo()
    {
        Assert.Equal(SensorTrouble.Missing, (await Sensors.ReadContactAsync(new ContactLine { Chip = "gpiochip0", Line = 17 }, default)).Why);

        // A plain file takes the open and refuses the request.
        Put("dev/gpiochip1", "");
        Assert.Equal(SensorTrouble.Broken, (await Sensors.ReadContactAsync(new ContactLine { Chip = "gpiochip1" }, default)).Why);
    }

    private void Put(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_root, path))!);
        File.WriteAllText(Path.Combine(_root, path), text + "\n");
    }
}
