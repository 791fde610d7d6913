// The rows of each chart, for the views that draw them.
import { coverage } from "./coverage_layout.js"
import { byIndicator } from "./indicator_layout.js"
import { overTime } from "./time_layout.js"

export const layouts = { by_indicator: byIndicator, over_time: overTime, coverage }
