namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>On which side of us a library stands.</summary>
public enum ViidLibraryRole
{
    /// <summary>Below: it registers with us, we subscribe, it notifies.</summary>
    Lower,

    /// <summary>Above: we register with it, it says what is looked for, we notify.</summary>
    Upper,
}
