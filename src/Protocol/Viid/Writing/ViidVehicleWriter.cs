using System.Globalization;
using System.Text.Json;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Viid.Objects;

namespace EdgeGateway.Protocol.Viid.Writing;

/// <summary>One MotorVehicleObject with its pictures.</summary>
internal static class ViidVehicleWriter
{
    public static void Write(Utf8JsonWriter json, ViidMotorVehicle vehicle)
    {
        json.WriteStartObject();
        json.WriteString("MotorVehicleID", vehicle.Id);
        json.WriteNumber("InfoKind", vehicle.InfoKind);
        json.WriteString("SourceID", vehicle.SourceId);
        ViidRequestWriter.Text(json, "TollgateID", vehicle.TollgateId);
        ViidRequestWriter.Text(json, "DeviceID", vehicle.DeviceId);
        WriteUrls(json, vehicle.StorageUrls);
        WriteRect(json, vehicle.Rect);
        ViidRequestWriter.Number(json, "LaneNo", vehicle.LaneNo);
        json.WriteBoolean("HasPlate", vehicle.HasPlate);
        json.WriteString("PlateClass", vehicle.PlateClass);
        json.WriteString("PlateColor", vehicle.PlateColor);
        ViidRequestWriter.Text(json, "PlateNo", vehicle.PlateNo);
        ViidRequestWriter.Text(json, "PlateNoAttach", vehicle.PlateNoAttach);
        WriteVehicle(json, vehicle);
        json.WriteString("PassTime", vehicle.PassTime);
        ViidRequestWriter.Text(json, "PlateReliability", vehicle.PlateReliability);
        WriteImages(json, vehicle.Images);
        json.WriteEndObject();
    }

    private static void WriteVehicle(Utf8JsonWriter json, ViidMotorVehicle vehicle)
    {
        if (vehicle.Speed is { } speed)
        {
            json.WriteNumber("Speed", speed);
        }

        ViidRequestWriter.Text(json, "Direction", vehicle.Direction);
        ViidRequestWriter.Text(json, "VehicleClass", vehicle.VehicleClass);
        ViidRequestWriter.Text(json, "VehicleBrand", vehicle.VehicleBrand);
        ViidRequestWriter.Text(json, "VehicleModel", vehicle.VehicleModel);
        ViidRequestWriter.Number(json, "VehicleLength", vehicle.VehicleLength);
        json.WriteString("VehicleColor", vehicle.VehicleColor);
    }

    // The first is required, be it empty.
    private static void WriteUrls(Utf8JsonWriter json, IReadOnlyList<string> urls)
    {
        json.WriteString("StorageUrl1", urls.Count > 0 ? urls[0] : string.Empty);
        for (int i = 1; i < Math.Min(urls.Count, 5); i++)
        {
            json.WriteString(string.Create(CultureInfo.InvariantCulture, $"StorageUrl{i + 1}"), urls[i]);
        }
    }

    private static void WriteRect(Utf8JsonWriter json, PixelRect? rect)
    {
        json.WriteNumber("LeftTopX", rect?.X ?? 0);
        json.WriteNumber("LeftTopY", rect?.Y ?? 0);
        json.WriteNumber("RightBtmX", rect is null ? 0 : rect.X + rect.Width);
        json.WriteNumber("RightBtmY", rect is null ? 0 : rect.Y + rect.Height);
    }

    private static void WriteImages(Utf8JsonWriter json, IReadOnlyList<ViidSubImage> images)
    {
        if (images.Count == 0)
        {
            return;
        }

        json.WriteStartObject("SubImageList");
        json.WriteStartArray("SubImageInfoObject");
        foreach (var image in images)
        {
            Write(json, image);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ViidSubImage image)
    {
        json.WriteStartObject();
        json.WriteString("ImageID", image.Id);
        ViidRequestWriter.Number(json, "EventSort", image.EventSort);
        ViidRequestWriter.Text(json, "DeviceID", image.DeviceId);
        json.WriteString("StoragePath", image.StoragePath ?? string.Empty);
        json.WriteString("Type", image.Type);
        json.WriteString("FileFormat", image.FileFormat);
        json.WriteString("ShotTime", image.ShotTime);
        json.WriteNumber("Width", image.Width);
        json.WriteNumber("Height", image.Height);
        ViidRequestWriter.Text(json, "FileHash", image.FileHash);
        if (!image.Data.IsEmpty)
        {
            json.WriteBase64String("Data", image.Data.Span);
        }

        json.WriteEndObject();
    }
}
