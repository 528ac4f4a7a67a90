using System.Text.Json;

namespace EdgeGateway.Protocol.Dji;

/// <summary>What is known of a dock or controller, in the units of the wire (drone.md section 2.6); merged as <see cref="DjiAircraft"/> is.</summary>
public sealed record DjiDock
{
    public static readonly DjiDock Unknown = new();

    public int? ModeCode { get; init; }

    public int? FlighttaskStepCode { get; init; }

    public int? CoverState { get; init; }

    public bool? DroneInDock { get; init; }

    /// <summary>0 idle, 1 charging.</summary>
    public int? ChargeState { get; init; }

    public double? ChargePercent { get; init; }

    public bool? EmergencyStop { get; init; }

    public double? Temperature { get; init; }

    public double? EnvironmentTemperature { get; init; }

    public double? Humidity { get; init; }

    /// <summary>Metres a second, by the weather mast.</summary>
    public double? WindSpeed { get; init; }

    public int? Rainfall { get; init; }

    /// <summary>Volts, Dock 1.</summary>
    public double? ElectricSupplyVoltage { get; init; }

    public int? RemainUpload { get; init; }

    public string? FirmwareVersion { get; init; }

    /// <summary>The aircraft that belongs to it.</summary>
    public string? SubDeviceSerial { get; init; }

    public DjiProduct SubDeviceProduct { get; init; }

    /// <summary>Adds what one <c>osd</c> or <c>state</c> says.</summary>
    public DjiDock With(JsonElement data)
    {
        var charge = data.Member("drone_charge_state");
        var sub = data.Member("sub_device");
        var serial = sub.Text("device_sn") is { } told && DjiTopic.IsSerial(told) ? told : null;
        return this with
        {
            ModeCode = data.Whole("mode_code") ?? ModeCode,
            FlighttaskStepCode = data.Whole("flighttask_step_code") ?? FlighttaskStepCode,
            CoverState = data.Whole("cover_state") ?? CoverState,
            DroneInDock = data.Flag("drone_in_dock") ?? DroneInDock,
            ChargeState = charge.Whole("state") ?? ChargeState,
            ChargePercent = DjiBattery.Known(charge.Number("capacity_percent")) ?? ChargePercent,
            EmergencyStop = data.Flag("emergency_stop_state") ?? EmergencyStop,
            Temperature = data.Number("temperature") ?? Temperature,
            EnvironmentTemperature = data.Number("environment_temperature") ?? EnvironmentTemperature,
            Humidity = data.Number("humidity") ?? Humidity,
            WindSpeed = data.Number("wind_speed") ?? WindSpeed,
            Rainfall = data.Whole("rainfall") ?? Rainfall,
            ElectricSupplyVoltage = data.Number("electric_supply_voltage") ?? ElectricSupplyVoltage,
            RemainUpload = data.Member("media_file_detail").Whole("remain_upload") ?? RemainUpload,
            FirmwareVersion = data.Text("firmware_version") ?? FirmwareVersion,
            SubDeviceSerial = serial ?? SubDeviceSerial,
            SubDeviceProduct = serial is null ? SubDeviceProduct : DjiProduct.OfKey(sub.Text("device_model_key")),
        };
    }

    /// <summary>Whether an osd is a dock's, for those who do not know whose topic it came on.</summary>
    public static bool Looks(JsonElement data) => s_own.Any(key => data.Member(key).ValueKind != JsonValueKind.Undefined);

    private static readonly string[] s_own =
        ["cover_state", "drone_in_dock", "drone_charge_state", "flighttask_step_code", "emergency_stop_state", "putter_state", "network_state", "environment_temperature", "air_conditioner", "alternate_land_point"];
}
