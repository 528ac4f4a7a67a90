using System.Text.Json.Serialization;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Cabinet;
using EdgeGateway.Protocol.Model.Drones;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Protocol.Model.Sensors;

namespace EdgeGateway.Protocol.Contract;

/// <summary>Source-generated JSON of every body; one line a kind.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(FiniteNumber)])]
[JsonSerializable(typeof(PlateReadBody))]
[JsonSerializable(typeof(PlateHitBody))]
[JsonSerializable(typeof(CommandResultBody))]
[JsonSerializable(typeof(AuditBody))]
[JsonSerializable(typeof(GapBody))]
[JsonSerializable(typeof(StoreRecoveredBody))]
[JsonSerializable(typeof(DeviceStatusBody))]
[JsonSerializable(typeof(RadioPresenceBody))]
[JsonSerializable(typeof(RadioPositionBody))]
[JsonSerializable(typeof(RadioMessageBody))]
[JsonSerializable(typeof(RadioDeliveryBody))]
[JsonSerializable(typeof(RadioCallBody))]
[JsonSerializable(typeof(RadioEmergencyBody))]
[JsonSerializable(typeof(RadioSignalBody))]
[JsonSerializable(typeof(RadioStatusBody))]
[JsonSerializable(typeof(SiteHealthBody))]
[JsonSerializable(typeof(ParcelInspectionBody))]
[JsonSerializable(typeof(ScannerStateBody))]
[JsonSerializable(typeof(ParcelRatesBody))]
[JsonSerializable(typeof(CabinetStateBody))]
[JsonSerializable(typeof(CabinetAlarmBody))]
[JsonSerializable(typeof(DronePositionBody))]
[JsonSerializable(typeof(DroneStateBody))]
[JsonSerializable(typeof(DroneAlarmBody))]
[JsonSerializable(typeof(DroneRemoteIdBody))]
[JsonSerializable(typeof(DroneCaptureBody))]
[JsonSerializable(typeof(DroneMessageBody))]
[JsonSerializable(typeof(DockStateBody))]
[JsonSerializable(typeof(RobotStateBody))]
[JsonSerializable(typeof(KioskStateBody))]
[JsonSerializable(typeof(KioskModuleBody))]
[JsonSerializable(typeof(KioskConsumableBody))]
[JsonSerializable(typeof(KioskTransactionBody))]
[JsonSerializable(typeof(KioskCounterBody))]
[JsonSerializable(typeof(KioskAlarmBody))]
[JsonSerializable(typeof(SensorReadingBody))]
[JsonSerializable(typeof(SensorEventBody))]
[JsonSerializable(typeof(SensorAlarmBody))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(string))]
public sealed partial class BodyJson : JsonSerializerContext;
