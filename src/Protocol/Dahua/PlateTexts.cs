namespace EdgeGateway.Protocol.Dahua;

/// <summary>Where the plate stands in an event, first that says something (plate-camera.md section 4.1).</summary>
public static class PlateTexts
{
    /// <param name="data">Fields of an event.</param>
    /// <returns>As written, or null when no place says anything.</returns>
    public static string? Of(DahuaNode data)
    {
        var seen = data["Object"];
        bool isPlate = seen["ObjectType"].Text is null || seen["ObjectType"].Is("Plate");
        return Said(data["TrafficCar"]["PlateNumber"]) ?? (isPlate ? Said(seen["Text"]) : null)
            ?? Said(data["Plate"]["Text"]) ?? Said(data["NonMotor"]["Plate"]["Text"]);
    }

    private static string? Said(DahuaNode node) => node.Text is null ? null : node.Raw;
}
