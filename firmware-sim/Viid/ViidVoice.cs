using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Viid;

/// <summary>Says a passage as MotorVehicleObject (plate-camera.md section 2.6), with the faults of the profile.</summary>
/// <param name="device">Device id of the ledger.</param>
/// <param name="profile">How it speaks.</param>
public sealed class ViidVoice(string device, ViidProfile profile)
{
    /// <param name="passage">What passed.</param>
    /// <param name="clockStep">Added to the device's clock by a fault of the scenario.</param>
    public ViidStatement Say(Passage passage, TimeSpan clockStep)
    {
        IReadOnlyList<ViidPicture> pictures = ViidPicture.Of(passage, profile.Pictures);
        DateTimeOffset told = Second(passage.At + profile.ClockOffset + clockStep);
        string id = ViidIds.Vehicle(profile.Camera, told, passage.Index, profile.Ids);
        var truth = new TruthLine
        {
            Device = device,
            NativeId = id,
            Plate = passage.Plate.Text,
            LaneNo = passage.Lane,
            Time = told,
            Pictures = [.. pictures.Select(picture => new TruthPicture(picture.Sha256, picture.Content.Length))],
        };
        return new ViidStatement(passage, id, Vehicle(passage, id, told, pictures), truth);
    }

    /// <summary>The body of POST /VIID/MotorVehicles.</summary>
    public byte[] Upload(IEnumerable<ViidStatement> vehicles)
    {
        ViidText text = new ViidText(profile).Open().Open("MotorVehicleListObject").OpenList("MotorVehicleObject");
        foreach (ViidStatement vehicle in vehicles)
        {
            text.Raw(vehicle.Json);
        }

        return ViidText.Bytes(text.CloseList().Close().Close().ToString(), profile.Charset);
    }

    private static DateTimeOffset Second(DateTimeOffset moment) => moment.AddTicks(-(moment.UtcTicks % TimeSpan.TicksPerSecond));

    private string Vehicle(Passage passage, string id, DateTimeOffset told, IReadOnlyList<ViidPicture> pictures)
    {
        ViidPlateWords plate = ViidPlateWords.Of(passage.Plate);
        string time = ViidIds.Time(told);
        ViidText text = new ViidText(profile).Open()
            .Add("MotorVehicleID", id)
            .Add("InfoKind", 1)
            .Add("SourceID", ViidIds.Image(profile.Camera, told, passage.Index))
            .Add("TollgateID", profile.TollgateId)
            .Add("DeviceID", profile.Camera)
            .Add("StorageUrl1", "")
            .Add("LeftTopX", 310).Add("LeftTopY", 220).Add("RightBtmX", 905).Add("RightBtmY", 780)
            .Add("MarkTime", time).Add("AppearTime", time).Add("DisappearTime", time)
            .Add("LaneNo", passage.Lane)
            .Add("HasPlate", plate.HasPlate)
            .Add("PlateClass", plate.PlateClass)
            .Add("PlateColor", plate.PlateColor)
            .Add("PlateNo", plate.PlateNo)
            .Add("Speed", (double)passage.SpeedKmh)
            .Add("Direction", "3")
            .Add("DrivingStatusCode", "")
            .Add("VehicleClass", plate.VehicleClass)
            .Add("VehicleColor", ViidPlateWords.Body(passage.Colour))
            .Add("PassTime", profile.PassTime == PassTimeForm.Empty ? "" : time)
            .Add("IsSuspicious", "0")
            .Add("PlateReliability", passage.Confidence.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return Pictures(text, pictures, passage, told).Close().ToString();
    }

    private ViidText Pictures(ViidText text, IReadOnlyList<ViidPicture> pictures, Passage passage, DateTimeOffset told)
    {
        if (profile.SubImages == SubImageForm.Text)
        {
            ViidText inner = new ViidText(profile).Open();
            return text.Add("SubImageList", Images(inner, pictures, passage, told).Close().ToString());
        }

        return Images(text.Open("SubImageList"), pictures, passage, told).Close();
    }

    private ViidText Images(ViidText text, IReadOnlyList<ViidPicture> pictures, Passage passage, DateTimeOffset told)
    {
        text.OpenList("SubImageInfoObject");
        foreach (ViidPicture picture in pictures)
        {
            text.Open()
                .Add("ImageID", ViidIds.Image(profile.Camera, told, passage.Index))
                .Add("EventSort", 2)
                .Add("DeviceID", profile.Camera)
                .Add("StoragePath", "")
                .Add("Type", picture.Type)
                .Add("FileFormat", "Jpeg")
                .Add("ShotTime", ViidIds.Time(told))
                .Add("Width", profile.Pictures.TellsSize ? picture.Width : 0)
                .Add("Height", profile.Pictures.TellsSize ? picture.Height : 0)
                .Add("Data", Convert.ToBase64String(picture.Content))
                .Close();
        }

        return text.CloseList();
    }
}
