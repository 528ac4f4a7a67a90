using EdgeGateway.Drivers.Transport;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>What the camera is told. Firmware looks for <c>result</c> or for <c>Result</c>, so both are there (plate-camera.md section 4.2).</summary>
internal static class ItsapiAnswer
{
    public static readonly InboxAnswer Taken = new(200, """{"result":true,"Result":true}""", "application/json");

    public static readonly InboxAnswer NotUnderstood = new(400, """{"result":false,"Result":false}""", "application/json");
}
