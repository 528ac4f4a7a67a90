using System.Reflection;
using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Cabinet;
using EdgeGateway.Protocol.Model.Drones;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Protocol.Model.Radio;

namespace EdgeGateway.Tests.Platform;

/// <summary>Descriptions of the few members whose comment in the source speaks to the reader of the source.</summary>
internal static class SchemaWords
{
    private static readonly Dictionary<(Type, string), string> s_words = new()
    {
        [(typeof(CommandAnswer), nameof(CommandAnswer.State))] = "`accepted` at once, then `done`, `failed`, `refused`, `expired`, or `unknown`: it may or may not have had its effect.",
        [(typeof(CatalogueDevice), nameof(CatalogueDevice.Schemas))] = "`dataschema` of each kind, in the same order.",
        [(typeof(KioskModuleBody), nameof(KioskModuleBody.Health))] = "`ok`, `starting`, `warning`, `maintenance`, `fault`, `offline`, `absent`, `alarm`, `unknown`; lowered by the states of its parts; open set.",
        [(typeof(PlateReadBody), nameof(PlateReadBody.CaptureTimeSource))] = "Where the reading's `time` was found: `event`, `image`, `absTime`, `realUtc`, `receive`; open set.",
        [(typeof(RadioPositionBody), nameof(RadioPositionBody.FixTime))] = "The moment of the fix, corrected when the receiver lives 1024 weeks behind (then `flags` has WEEK_ROLLOVER); absent when it told none.",
        [(typeof(AuditBody), nameof(AuditBody.List))] = "The hot list that was changed: a library's device id, or @ and a name.",
        [(typeof(AuditBody), nameof(AuditBody.Entries))] = "Ids of the first entries it is about, at most 64; count says how many there are.",
        [(typeof(ParcelPart), nameof(ParcelPart.Origin))] = "`dicos`, `dahua`, `isapi`, `modbus`, `barcode` or `operator`; open set.",
        [(typeof(AuditBody), nameof(AuditBody.Name))] = "What was ordered, such as `radio.send-text`.",
        [(typeof(AuditBody), nameof(AuditBody.CommandId))] = "Id of the command that it is about.",
        [(typeof(CommandResultBody), nameof(CommandResultBody.Name))] = "What was ordered, such as `radio.send-text`.",
        [(typeof(RobotStateBody), nameof(RobotStateBody.Map))] = "Which of the robot's maps x and y are on.",
        [(typeof(RobotStateBody), nameof(RobotStateBody.Online))] = "Whether the robot is heard.",
        [(typeof(RobotStateBody), nameof(RobotStateBody.FieldViolation))] = "True while something stands in the robot's protective field.",
        [(typeof(DroneStateBody), nameof(DroneStateBody.Online))] = "Whether the aircraft is heard.",
        [(typeof(DockStateBody), nameof(DockStateBody.Online))] = "Whether the box is heard.",
        [(typeof(DroneMessageBody), nameof(DroneMessageBody.Text))] = "What the vehicle says.",
        [(typeof(PlateHitBody), nameof(PlateHitBody.Category))] = "What is looked for, in the words of the entry.",
        [(typeof(PlateHitBody), nameof(PlateHitBody.Reason))] = "Why, in the words of the entry.",
        [(typeof(PlateHitBody), nameof(PlateHitBody.Authority))] = "Who ordered it, in the words of the entry.",
        [(typeof(PlateReadBody), nameof(PlateReadBody.Plate))] = "The plate as the camera read it.",
        [(typeof(KioskConsumableBody), nameof(KioskConsumableBody.Count))] = "Pieces that are left, or that are in it, for what fills.",
        [(typeof(KioskConsumableBody), nameof(KioskConsumableBody.Capacity))] = "Pieces that it holds when it is full.",
        [(typeof(ParcelRatesBody), nameof(ParcelRatesBody.Parcels))] = "Parcels of this hour.",
        [(typeof(ParcelRatesBody), nameof(ParcelRatesBody.Screened))] = "How many of them were screened by X-ray.",
        [(typeof(ParcelRatesBody), nameof(ParcelRatesBody.Opened))] = "How many of them were opened and checked.",
        [(typeof(ParcelRatesBody), nameof(ParcelRatesBody.RealName))] = "For how many of them the sender's real name was verified.",
        [(typeof(ParcelRatesBody), nameof(ParcelRatesBody.Alarms))] = "How many of them had an alarm.",
        [(typeof(ThreeDuties), nameof(ThreeDuties.RealName))] = "The sender's real name was verified.",
        [(typeof(ThreeDuties), nameof(ThreeDuties.Opened))] = "The parcel was opened and checked.",
        [(typeof(ThreeDuties), nameof(ThreeDuties.Screened))] = "The parcel was screened by X-ray.",
        [(typeof(ScannerStateBody), nameof(ScannerStateBody.ParcelCount))] = "Parcels that the controller has counted.",
        [(typeof(ScannerStateBody), nameof(ScannerStateBody.AlarmCount))] = "Alarms that the controller has counted.",
        [(typeof(CabinetStateBody), nameof(CabinetStateBody.Fans))] = "Fans, by name, and how fast they turn.",
        [(typeof(CabinetStateBody), nameof(CabinetStateBody.Temperatures))] = "Temperatures, by the name of the place.",
        [(typeof(CabinetStateBody), nameof(CabinetStateBody.Supplies))] = "Batteries and uninterruptible supplies.",
        [(typeof(KioskCounterBody), nameof(KioskCounterBody.Jams))] = "Paper and card jams.",
        [(typeof(PassingRecord), nameof(PassingRecord.Cdh))] = "Number of the lane.",
        [(typeof(ReadingBody), nameof(ReadingBody.Flags))] = "What had to be repaired or doubted, as upper-case words such as `CLOCK_ZONE`; open set.",
    };

    /// <returns>Null where the comment in the source will do.</returns>
    public static string? Of(PropertyInfo member) => s_words.GetValueOrDefault((member.DeclaringType!, member.Name));

    /// <summary>Names of other members stand in backquotes too.</summary>
    public static bool IsExample(JsonNode word) => (string)word! is not ("time" or "flags" or "dataschema" or "value" or "unit" or "passageKey" or "heightFrom" or "sha256" or "business" or "uplink.replay");
}
