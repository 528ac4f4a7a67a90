namespace EdgeGateway.Protocol.Model.Parcels;

/// <summary>Words of a parcel's record (xray.md section 4.3), spelled once.</summary>
public static class ParcelWords
{
    public const string Clear = "clear";
    public const string Alarm = "alarm";
    public const string Unknown = "unknown";
    public const string Aborted = "aborted";

    public const string Verified = "verified";
    public const string Failed = "failed";
    public const string Absent = "absent";

    public const string Dicos = "dicos";
    public const string Dahua = "dahua";
    public const string Isapi = "isapi";
    public const string Modbus = "modbus";
    public const string Barcode = "barcode";
    public const string Operator = "operator";
    public const string Joined = "joined";

    public const string Released = "released";
    public const string Kept = "kept";
    public const string HandedToPolice = "handed_to_police";
    public const string Returned = "returned";
    public const string GivenUp = "given_up";
    public const string FalseAlarm = "false_alarm";
}
