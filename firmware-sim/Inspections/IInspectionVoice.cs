using EdgeGateway.Sim.Parcels;

namespace EdgeGateway.Sim.Inspections;

/// <summary>Says things in the words of one scanner.</summary>
public interface IInspectionVoice
{
    /// <summary>Of the stream, or of each body that is posted.</summary>
    string ContentType { get; }

    /// <summary>The scanner's report of a parcel, or with <see cref="ParcelPart.Review"/> the record of its opening.</summary>
    InspectionMessage Say(ParcelStatement statement, TimeSpan clockStep);

    byte[] Heartbeat();

    /// <summary>An event of a type that nobody has mapped.</summary>
    byte[] Unknown();

    /// <summary>An event whose body breaks off.</summary>
    byte[] Broken();
}
